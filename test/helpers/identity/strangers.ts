import { pick } from '#shared/domain/base/seeded.ts';
import { type Card, type Registry } from './card.ts';
import { KIN, given, otherGiven, otherSurname, SAME_TEXT_OTHER_READING, surname } from './names.ts';
import { newcomer, once } from './people.ts';

type Change = Partial<Card>;
type Story = (registry: Registry) => Card[];

/** Two different people whose cards look alike: `shared` on both, then what is each one's own. */
function two(registry: Registry, story: string, shared: Change, a: Change = {}, b: Change = {}): Card[] {
  const firm = shared.firm ?? registry.firm();
  // Two people whose cards say the very same are one to everybody; so at least the department differs.
  return [a, b].map((own, i) => ({
    ...newcomer(registry, own.firm ?? firm),
    department: i === 0 ? '営業部' : '製造部',
    story,
    metOn: registry.day(),
    exact: true,
    ...shared,
    ...own,
  }));
}

const someName = ({ random }: Registry): Pick<Card, 'last' | 'first'> => ({
  last: surname(random),
  first: given(random),
});

/** Local parts that several people of a firm read together. */
const ROLE = [
  'info',
  'support',
  'sales',
  'contact',
  'eigyo',
  'soumu',
  'jimu',
  'office',
  'webmaster',
  'recruit',
];
const DEPARTMENT_MAIL = [
  'eigyo2',
  'hanbai',
  'tokyo',
  'honsha',
  'team-a',
  'keiri',
  'kaihatsu1',
  'sales-osaka',
  'gijutsu',
  'kanri',
];

const STORIES: Readonly<Record<string, Story>> = {
  'same name, same firm': r => two(r, 'same name, same firm', someName(r)),
  'same name, same firm, little on the cards': r =>
    two(
      r,
      'same name, same firm, little on the cards',
      { ...someName(r), direct: '' },
      {},
      { email: '', mobile: '' },
    ),
  'same name, same firm, nothing else': r =>
    two(
      r,
      'same name, same firm, nothing else',
      { ...someName(r), direct: '', email: '', mobile: '' },
      { department: '営業部', title: '課長' },
      { department: '製造部', title: '' },
    ),
  'same name, other firm': r =>
    two(r, 'same name, other firm', someName(r), { firm: r.firm() }, { firm: r.firm() }),
  'same name, firms that differ in their form only': r => {
    const firm = r.firm();
    return two(
      r,
      'same name, firms that differ in their form only',
      someName(r),
      { firm: { ...firm, form: '株式会社' } },
      { firm: { ...r.firm(firm.stem), form: '合同会社' } },
    );
  },
  'shared role address': r => {
    const firm = r.firm();
    return two(r, 'shared role address', { firm, email: `${pick(r.random, ROLE)}@${firm.domain}` });
  },
  'same name, shared role address': r => {
    const firm = r.firm();
    return two(r, 'same name, shared role address', {
      firm,
      ...someName(r),
      mobile: '',
      email: `${pick(r.random, ROLE)}@${firm.domain}`,
    });
  },
  'department address, four people': r => {
    const firm = r.firm();
    const email = `${pick(r.random, DEPARTMENT_MAIL)}@${firm.domain}`;
    const name = someName(r);
    // The two namesakes must differ in something that is printed, or nobody could tell that they are two.
    const [a, b] = [{ title: '課長' }, { title: '主任' }];
    return [
      ...two(r, 'department address, four people', { firm, email, mobile: '', direct: '', ...name }, a, b),
      ...two(
        r,
        'department address, four people',
        { firm, email, mobile: '', direct: '' },
        { title: '部長' },
        { title: '係長' },
      ),
    ];
  },
  'department address, same surname': r => {
    const firm = r.firm();
    const first = given(r.random);
    return two(
      r,
      'department address, same surname',
      { firm, last: surname(r.random), email: `${pick(r.random, DEPARTMENT_MAIL)}@${firm.domain}` },
      { first },
      { first: otherGiven(r.random, first) },
    );
  },
  'same name, same address, other mobile': r => {
    const firm = r.firm();
    return two(
      r,
      'same name, same address, other mobile',
      { firm, ...someName(r), email: `shop${r.next()}@${firm.domain}` },
      { mobile: r.mobile() },
      { mobile: r.mobile() },
    );
  },
  'same characters read otherwise, same address': r => {
    const [a, b] = pick(r.random, SAME_TEXT_OTHER_READING);
    const firm = r.firm();
    return two(
      r,
      'same characters read otherwise, same address',
      { firm, last: surname(r.random), mobile: '', email: `desk${r.next()}@${firm.domain}` },
      { first: a },
      { first: b },
    );
  },
  'shared main line': r => two(r, 'shared main line', { mobile: '', email: '', direct: '' }),
  'same name, one switchboard for two firms': r => {
    const main = r.landline();
    return two(
      r,
      'same name, one switchboard for two firms',
      { ...someName(r), mobile: '', email: '' },
      { firm: { ...r.firm(), main } },
      { firm: { ...r.firm(), main } },
    );
  },
  'mobile handed on': r => {
    const last = surname(r.random);
    return two(
      r,
      'mobile handed on',
      { mobile: r.mobile() },
      { last },
      { last: otherSurname(r.random, last) },
    );
  },
  'mobile handed on, same surname': r => {
    const first = given(r.random);
    return two(
      r,
      'mobile handed on, same surname',
      { mobile: r.mobile(), last: surname(r.random) },
      { first },
      { first: otherGiven(r.random, first) },
    );
  },
  'mobile handed on, surname alone on a card': r =>
    two(
      r,
      'mobile handed on, surname alone on a card',
      { mobile: r.mobile(), last: surname(r.random) },
      {},
      { first: { text: '', printed: '', kana: '', romaji: '' } },
    ),
  'father and son': r => {
    const [father, son] = pick(r.random, KIN);
    const last = surname(r.random);
    const firm = r.firm(`${last.text}商店`);
    return two(
      r,
      'father and son',
      {
        firm,
        last,
        direct: '',
        mobile: r.random() < 0.5 ? r.mobile() : '',
        email: r.random() < 0.5 ? `${last.romaji}@${firm.domain}` : '',
      },
      { first: father, title: '代表取締役' },
      { first: son, title: '専務取締役' },
    );
  },
  twins: r => {
    const [a, b] = pick(r.random, KIN);
    return two(
      r,
      'twins',
      { last: surname(r.random), direct: '', email: '', mobile: '' },
      { first: a },
      { first: b },
    );
  },
  'married couple, one address': r => {
    const last = surname(r.random);
    const first = given(r.random);
    return two(
      r,
      'married couple, one address',
      { last, email: `${last.romaji}-ke${r.next()}@mail.example.ne.jp`, mobile: '' },
      { first },
      { first: otherGiven(r.random, first) },
    );
  },
  'recycled address': r => {
    const firm = r.firm();
    const last = surname(r.random);
    const first = given(r.random);
    return two(
      r,
      'recycled address',
      { firm, last, email: `${last.romaji}@${firm.domain}` },
      { first, metOn: '2021-04-01' },
      { first: otherGiven(r.random, first), metOn: '2026-10-01' },
    );
  },
  'recycled address, surname alone on the old card': r => {
    const firm = r.firm();
    const last = surname(r.random);
    return two(
      r,
      'recycled address, surname alone on the old card',
      { firm, last, email: `${last.romaji}@${firm.domain}` },
      { first: { text: '', printed: '', kana: '', romaji: '' }, metOn: '2019-04-01' },
      { metOn: '2026-10-01' },
    );
  },
  "the assistant's address on the other's card": r => {
    const last = surname(r.random);
    return two(
      r,
      "the assistant's address on the other's card",
      { firm: r.firm(), email: `hisho${r.next()}@f.example.jp` },
      { last },
      { last: otherSurname(r.random, last) },
    );
  },
  'same name, address handed from one to the other': r => {
    const firm = r.firm();
    const [a, b] = [r.mobile(), r.mobile()];
    return two(
      r,
      'same name, address handed from one to the other',
      { firm, ...someName(r), email: `tanto${r.next()}@${firm.domain}` },
      { mobile: a, department: '営業部', metOn: '2018-06-01' },
      { mobile: b, department: '総務部', metOn: '2026-09-09' },
    );
  },
  colleagues: r => {
    const firm = r.firm();
    return Array.from({ length: 4 }, () => ({ ...once(r, firm), story: 'colleagues' }));
  },
};

/** Every kind of look-alike once; each group holds different people only. */
export const lookAlikes = (registry: Registry): Card[][] =>
  Object.values(STORIES).map(story =>
    story(registry).map(card => ({ ...card, serviceId: registry.serviceId() })),
  );
