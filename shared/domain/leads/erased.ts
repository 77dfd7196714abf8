import type { KnownPerson } from './known-person.ts';

/**
 * The texts by which a card of an erased person is known again; the store keeps their hashes only. A number and a company
 * count together with the name: alone, one could be guessed from its hash, and neither names one person.
 */
export function erasedTexts(person: KnownPerson): string[] {
  const names = person.names.map(name => name.key).filter(key => key !== '');
  return [
    ...person.emailKeys.map(key => `mail ${key}`),
    ...person.externalIds.map(id => `id ${id}`),
    ...names.flatMap(name => [
      ...person.mobileKeys.map(key => `mobile ${name} ${key}`),
      ...person.companies.map(company => `company ${name} ${company.strictKey}`),
    ]),
  ];
}
