/** Code that breaks exactly the rule it is listed under. `path` picks the block of rules, `also` are files it needs. */
export interface Canary {
  rule: string;
  path: string;
  code: string;
  also?: Record<string, string>;
}

const NODE = 'node:fs';
const DATABASE = ['kysely', 'better-sqlite3'];
const SCREEN = ['react', 'react-dom/client', '@mantine/core'];
const PARENT = '../elsewhere.ts';
const BACKEND = '#electron/backend/context.ts';
const MAIN = '#electron/main/window.ts';
const PRELOAD = '#electron/preload/index.ts';
const START = '#electron/start/start.ts';
const MIGRATIONS = '#migrations/index.ts';
const TEST = '#test/helpers/ids.ts';
const APP = '#renderer/app/places.ts';
const FEATURE = '#renderer/features/leads/table.tsx';
const FOREIGN_REPO = '#electron/backend/leads/leads.repo.ts';
const OUTSIDE_RENDERER = [PARENT, NODE, 'electron', BACKEND, MIGRATIONS, TEST, ...DATABASE];

/** Who must not import what: folder of the importing file, then the forbidden specifiers. */
const FORBIDDEN_IMPORTS: Record<string, readonly string[]> = {
  'shared/domain/canary': [PARENT, NODE, 'electron', BACKEND, APP, MIGRATIONS, TEST, ...SCREEN, ...DATABASE],
  migrations: [PARENT, '#shared/domain/base/days.ts', BACKEND, TEST, 'electron', ...SCREEN],
  'electron/backend/canary': [PARENT, 'electron', MAIN, PRELOAD, START, APP, TEST, FOREIGN_REPO, ...SCREEN],
  'electron/main': [PARENT, BACKEND, PRELOAD, START, APP, TEST, MIGRATIONS, ...DATABASE, ...SCREEN],
  'electron/preload': [PARENT, NODE, BACKEND, MAIN, START, APP, TEST, MIGRATIONS, ...DATABASE, ...SCREEN],
  'electron/start': [PARENT, 'electron', BACKEND, MAIN, PRELOAD, APP, TEST, MIGRATIONS],
  renderer: OUTSIDE_RENDERER,
  'renderer/app': OUTSIDE_RENDERER,
  'renderer/features/canary': [...OUTSIDE_RENDERER, APP, FEATURE],
  'renderer/components': [...OUTSIDE_RENDERER, APP, FEATURE],
  'renderer/lib': [...OUTSIDE_RENDERER, APP, FEATURE],
  'renderer/platform': [...OUTSIDE_RENDERER, APP, FEATURE],
};

const CLOCKLESS = [
  'shared/domain/canary',
  'electron/backend/canary',
  'renderer/app',
  'renderer',
  'renderer/features/canary',
  'renderer/components',
  'renderer/lib',
  'renderer/platform',
];

const inShared = (rule: string, code: string, name = rule, also?: Record<string, string>): Canary => ({
  rule,
  path: `shared/domain/canary/${name.replaceAll('/', '-')}.ts`,
  code,
  ...(also ? { also } : {}),
});

const general: Canary[] = [
  inShared('max-lines', '// a line\n'.repeat(401)),
  inShared(
    'max-lines-per-function',
    `export function long(): number[] {\n  return [\n${'    1,\n'.repeat(90)}  ];\n}\n`,
  ),
  inShared(
    'import/no-cycle',
    "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n",
    'cycle-a',
    {
      'shared/domain/canary/cycle-b.ts':
        "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n",
    },
  ),
  inShared('import/no-default-export', 'const value = 1;\nexport default value;\n'),
  inShared('typescript/no-explicit-any', 'export const value = (x: any): unknown => x;\n'),
  inShared(
    'typescript/no-floating-promises',
    'export const run = (): void => {\n  Promise.resolve(1);\n};\n',
  ),
  inShared(
    'typescript/no-misused-promises',
    'export const each = (list: number[]): void => list.forEach(async n => await Promise.resolve(n));\n',
  ),
  inShared(
    'typescript/switch-exhaustiveness-check',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ),
  inShared('typescript/only-throw-error', "export const f = (): never => {\n  throw 'text';\n};\n"),
  inShared(
    'typescript/consistent-type-imports',
    "import { Day } from '#shared/domain/base/days.ts';\nexport type Same = Day;\n",
  ),
  inShared('no-console', 'export const f = (): void => console.log(1);\n'),
  inShared('eqeqeq', 'export const f = (a: number, b: number): boolean => a == b;\n'),
  inShared('no-var', 'export var value = 1;\n'),
  inShared('prefer-const', 'let value = 1;\nexport const f = (): number => value;\n'),
  inShared('no-restricted-globals', 'export const f = (): unknown => setTimeout(() => 1, 1);\n', 'timer'),
  inShared('no-restricted-globals', "export const f = (): unknown => fetch('x');\n", 'network'),
  {
    rule: 'no-restricted-globals',
    path: 'electron/preload/canary-process.ts',
    code: 'export const value = process.pid;\n',
  },
];

const clocks: Canary[] = CLOCKLESS.flatMap(folder => [
  {
    rule: 'dosen/no-current-date',
    path: `${folder}/canary-new.tsx`,
    code: 'export const now = new Date();\n',
  },
  { rule: 'dosen/no-current-date', path: `${folder}/canary-call.tsx`, code: 'export const now = Date();\n' },
  {
    rule: 'no-restricted-properties',
    path: `${folder}/canary-now.tsx`,
    code: 'export const now = Date.now();\n',
  },
  {
    rule: 'no-restricted-properties',
    path: `${folder}/canary-dice.tsx`,
    code: 'export const n = Math.random();\n',
  },
]);

const imports: Canary[] = Object.entries(FORBIDDEN_IMPORTS).flatMap(([folder, specifiers]) =>
  specifiers.map((specifier, n) => ({
    rule: 'no-restricted-imports',
    path: `${folder}/canary-import-${n}.tsx`,
    code: `export * as forbidden from '${specifier}';\n`,
  })),
);

const ways: Canary[] = [
  ['dynamic', `export const load = async (): Promise<unknown> => await import('${NODE}');\n`],
  ['type', `import type { Stats } from '${NODE}';\nexport type Same = Stats;\n`],
  ['effect', `import '${NODE}';\nexport const value = 1;\n`],
].map(([name, code]) => ({
  rule: 'no-restricted-imports',
  path: `shared/domain/canary/way-${name}.ts`,
  code: code ?? '',
}));

export const CANARIES: readonly Canary[] = [...general, ...clocks, ...imports, ...ways];

/** Code that keeps every rule: it shows that the linter is not simply red. */
export const INNOCENT: Record<string, string> = {
  'shared/domain/canary/innocent.ts':
    "import { day } from '#shared/domain/base/days.ts';\nexport const first = day('2026-01-01');\nexport const at = new Date(0);\n",
  'electron/backend/canary/innocent.ts':
    "import { day } from '#shared/domain/base/days.ts';\nimport type { Context } from '#electron/backend/context.ts';\nexport const first = (ctx: Context): string => `${day('2026-01-01')}${ctx.now()}`;\n",
};
