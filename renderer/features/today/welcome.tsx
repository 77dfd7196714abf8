import { Button } from '@mantine/core';
import { IconFileImport, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Page } from '#renderer/components/page.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useOpenStore } from '#renderer/lib/use-open-store.ts';

/** The first screen of an empty store: it asks nothing and offers three ways in. */
export function Welcome() {
  const { t } = useI18n();
  const open = useOpenStore();
  const isPractice = useStatus()?.store?.practice ?? false;
  return (
    <Page title={t.today.title}>
      <div className="welcome">
        <svg width="240" height="48" viewBox="0 0 240 48" fill="none" aria-hidden="true">
          <path d="M8 40h80a16 16 0 0 0 16-16 16 16 0 0 1 16-16h100" className="empty-line" />
          <circle cx="8" cy="40" r="5" className="empty-stop" />
          <circle cx="104" cy="24" r="6" className="empty-open" />
          <circle cx="226" cy="8" r="7" className="logo-end" />
        </svg>
        <h2>{t.today.welcome}</h2>
        <p className="prose">{t.today.welcomeText}</p>
        <div className="ways">
          <Button
            variant="filled"
            size="lg"
            component={Link}
            href="/imports"
            leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />}
          >
            {t.today.importCsv}
          </Button>
          <Button size="lg" component={Link} href="/imports/paste">
            {t.today.pasteOrType}
          </Button>
          {isPractice ? null : (
            <Button
              size="lg"
              loading={open.isPending}
              onClick={open.practice}
              leftSection={<IconPlayerPlay size={18} stroke={1.5} aria-hidden />}
            >
              {t.today.trySample}
            </Button>
          )}
        </div>
        <p className="small muted">{t.today.trySampleNote}</p>
      </div>
    </Page>
  );
}
