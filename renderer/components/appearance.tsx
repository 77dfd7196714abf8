import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Lang } from '#shared/i18n/lang.ts';

/** Language names stay in their own language, whatever is shown. */
const langNames = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

/** Language and brightness, at once and without a restart. */
export function Appearance() {
  const { t, lang, setLang } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { orpc } = useBackend();
  const isWritable = useStatus()?.store?.readOnly === false;
  const save = useMutation(orpc.settings.savePreferences.mutationOptions());
  // Shown at once and kept on this computer; the store learns of it too, because paper and mails follow it.
  const chooseLang = (language: Lang): void => {
    setLang(language);
    if (isWritable) save.mutate({ language });
  };
  const chooseScheme = (scheme: MantineColorScheme): void => {
    setColorScheme(scheme);
    if (isWritable) save.mutate({ theme: scheme === 'auto' ? 'system' : scheme });
  };
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
        onChange={value => chooseLang(value as Lang)}
      />
      <span className="small muted">{t.nav.theme}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.nav.theme}
        data={schemes}
        value={colorScheme}
        onChange={value => chooseScheme(value as MantineColorScheme)}
      />
    </div>
  );
}
