import './export-guides.css';
import { Tabs } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { day } from '#shared/domain/base/days.ts';
import { formatDayYear } from '#shared/i18n/format.ts';

/** The day what is said about the apps was last compared with public pages and real files. */
const checkedOn = day('2026-11-22');
const apps = ['eight', 'sansan', 'mybridge', 'camcard', 'outlook', 'google', 'organiser', 'excel'] as const;

/** 名刺アプリからの出し方: steps, who may, what comes out, and when that was checked. */
export function ExportGuides() {
  const { t, lang } = useI18n();
  const guides = t.exportGuides;
  return (
    <Section title={guides.title} note={`${guides.note} ${guides.checked(formatDayYear(checkedOn, lang))}`}>
      <Tabs defaultValue={apps[0]} keepMounted={false} className="export-guides">
        <Tabs.List>
          {apps.map(app => (
            <Tabs.Tab key={app} value={app}>
              {guides.apps[app].name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {apps.map(app => (
          <Tabs.Panel key={app} value={app}>
            <Guide app={app} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}

function Guide({ app }: { readonly app: (typeof apps)[number] }) {
  const { t } = useI18n();
  const guides = t.exportGuides;
  const { steps, who, file, care } = guides.apps[app];
  const facts = [
    [guides.who, who],
    [guides.file, file],
    [guides.care, care],
  ] as const;
  return (
    <div className="guide">
      <ol className="prose">
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
