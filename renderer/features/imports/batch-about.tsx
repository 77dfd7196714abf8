import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { AboutForm } from './about-form.tsx';
import { CardOwners } from './card-owners.tsx';
import type { About, AboutChoice } from './types.ts';

type BatchAboutProps = {
  readonly previews: readonly ImportPreview[];
  readonly shared: AboutChoice;
  readonly onChange: (about: AboutChoice) => void;
};

const keys = ['channel', 'eventName', 'metOn', 'consentBasis', 'owner'] as const satisfies (keyof About)[];

/** What all files share. Where they were guessed differently, each keeps its own until something is chosen here. */
export function BatchAbout({ previews, shared, onChange }: BatchAboutProps) {
  const { t } = useI18n();
  const [first] = previews;
  if (!first) return null;
  const differing = keys.filter(
    key =>
      shared[key] === undefined &&
      previews.some(preview => JSON.stringify(preview.about[key]) !== JSON.stringify(first.about[key])),
  );
  return (
    <AboutForm
      about={{ ...first.about, ...shared }}
      onChange={changed => onChange({ ...shared, ...changed })}
    >
      <CardOwners
        owners={ownersOfAll(previews)}
        chosen={shared.cardOwners ?? {}}
        onChange={(name, uid) => onChange({ ...shared, cardOwners: { ...shared.cardOwners, [name]: uid } })}
      />
      {differing.length > 0 ? (
        <p className="wide small warn prose" role="status">
          {t.imports.differing(t.imports.listed(differing.map(key => t.imports.aboutNames[key])))}
        </p>
      ) : null}
    </AboutForm>
  );
}

/** Every name on the cards of all files, with the cards of all files. */
function ownersOfAll(previews: readonly ImportPreview[]): ImportPreview['cardOwners'] {
  const all = new Map<string, ImportPreview['cardOwners'][number]>();
  for (const owner of previews.flatMap(preview => preview.cardOwners)) {
    const cards = (all.get(owner.name)?.cards ?? 0) + owner.cards;
    all.set(owner.name, { ...owner, cards });
  }
  return [...all.values()];
}
