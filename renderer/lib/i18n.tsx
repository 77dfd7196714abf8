import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';
import type { Lang } from '#shared/i18n/lang.ts';

type I18n = { readonly t: Catalogue; readonly lang: Lang; readonly setLang: (lang: Lang) => void };

const storageKey = 'dosen.lang';
const I18nContext = createContext<I18n | null>(null);

const initialLang = (): Lang => langOf(localStorage.getItem(storageKey) ?? navigator.language);

/** Gives every screen its texts; a change of language shows at once and is kept on this computer. */
export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState(initialLang);
  useEffect(() => {
    document.documentElement.lang = lang;
    localStorage.setItem(storageKey, lang);
  }, [lang]);
  const value = useMemo(() => ({ t: catalogue(lang), lang, setLang }), [lang]);
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** Texts `t`, language and its switch. Throws outside the provider. */
export function useI18n(): I18n {
  const value = use(I18nContext);
  if (!value) throw new Error('useI18n needs I18nProvider');
  return value;
}
