/**
 * The shape a translation of `T` must have: the same keys, texts where `T` has texts and functions of the
 * same parameters where `T` has functions. `en satisfies Translated<typeof ja>` makes a missing, misspelt or
 * superfluous key a build error.
 */
export type Translated<T> = T extends (...params: infer P) => string
  ? (...params: P) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Translated<T[K]> };
