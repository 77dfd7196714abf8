import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** The rows of files a person came from, as they stood there. */
export function LeadSources({ uid }: { readonly uid: string }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { data } = useQuery(orpc.leads.sources.queryOptions({ input: { uid } }));
  if (!data) return null;
  return (
    <Section title={t.leadPage.source} note={t.common.rows(data.length)}>
      {data.length === 0 ? <p className="muted">{t.leadPage.noSource}</p> : null}
      {data.map(source => (
        <details key={`${source.importUid} ${source.line}`} className="source">
          <summary>
            {t.leadPage.sourceLine(source.fileName, source.line)}{' '}
            <span className="link-button">{t.leadPage.showRow}</span>
          </summary>
          <dl className="facts">
            {source.cells.map((cell, index) => (
              <div key={`${index} ${cell.header}`} className="fact">
                <dt>{cell.header}</dt>
                <dd>{cell.value}</dd>
              </div>
            ))}
          </dl>
          <Link href={`/imports/${source.importUid}`}>{source.fileName}</Link>
        </details>
      ))}
    </Section>
  );
}
