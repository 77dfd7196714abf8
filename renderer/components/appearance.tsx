import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Lang } from '#shared/i18n/index.ts';

/** Language names stay in their own language, whatever is shown. */
const langNames = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

/** Language and brightness, at once and without a restart. */
export function Appearance() {
  const { t, lang, setLang } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: 'light', label: t.nav.themeLight },
    { value: 'dark', label: t.nav.themeDark },
    { value: 'auto', label: t.nav.themeAuto },
  ];
  return (
    <div className="appearance">
      <span className="small muted">{t.nav.language}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.nav.language}
        data={langNames}
        value={lang}
        onChange={value => setLang(value as Lang)}
      />
      <span className="small muted">{t.nav.theme}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.nav.theme}
        data={schemes}
        value={colorScheme}
        onChange={value => setColorScheme(value as MantineColorScheme)}
      />
    </div>
  );
}
