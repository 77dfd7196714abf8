import './mail.css';
import { Tabs } from '@mantine/core';
import { Page } from '#renderer/components/page.tsx';
import { PracticeClock } from '#renderer/components/practice-clock.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { Account } from './account.tsx';
import { Outbox } from './outbox.tsx';
import { PracticeInbox } from './practice-inbox.tsx';
import { useOutbox } from './queries.ts';
import { SenderForm } from './sender-form.tsx';
import { Sequences } from './sequences.tsx';
import { Suppressions } from './suppressions.tsx';

/** Step mails: the sequences, what goes out, who gets none, and the account. */
export function MailPage() {
  const { t } = useI18n();
  const status = useStatus();
  const isPractice = status?.store?.practice ?? false;
  const counts = useOutbox().data?.counts ?? {};
  const planned = (counts['planned'] ?? 0) + (counts['ready'] ?? 0) + (counts['deferred'] ?? 0);
  const { tabs } = t.mailScreen;
  return (
    <Page title={t.mailScreen.title} lead={t.mailScreen.lead(planned)}>
      <Tabs defaultValue="sequences" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="sequences">{tabs.sequences}</Tabs.Tab>
          <Tabs.Tab value="outbox">{tabs.outbox}</Tabs.Tab>
          {isPractice ? <Tabs.Tab value="inbox">{tabs.inbox}</Tabs.Tab> : null}
          <Tabs.Tab value="suppressions">{tabs.suppressions}</Tabs.Tab>
          <Tabs.Tab value="account">{tabs.account}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sequences" pt="lg">
          <Sequences />
        </Tabs.Panel>
        <Tabs.Panel value="outbox" pt="lg">
          <Outbox />
          {status?.store?.practice ? <PracticeClock now={status.now} today={status.today} /> : null}
        </Tabs.Panel>
        {isPractice ? (
          <Tabs.Panel value="inbox" pt="lg">
            <PracticeInbox />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value="suppressions" pt="lg">
          <Suppressions />
        </Tabs.Panel>
        <Tabs.Panel value="account" pt="lg">
          <SenderForm />
          <Account />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
