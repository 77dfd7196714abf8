import { Section } from '#renderer/components/section.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallListHead } from '#shared/contract/calls.ts';

type Counts = Readonly<Record<string, number>>;

function CountTable(props: {
  readonly title: string;
  readonly counts: Counts;
  readonly words: Readonly<Record<string, string>>;
}) {
  const { t } = useI18n();
  const rows = Object.entries(props.counts).filter(([, count]) => count > 0);
  if (rows.length === 0) return null;
  return (
    <Section title={props.title}>
      <SumTable
        caption={props.title}
        totalLabel={t.common.total}
        total={rows.reduce((sum, [, count]) => sum + count, 0)}
        rows={rows.map(([code, value]) => ({ key: code, label: codeText(props.words, code), value }))}
      />
    </Section>
  );
}

/** Whom the lists made together left out and why, and where these people are: nobody seems lost. */
export function LeftOut({ list }: { readonly list: CallListHead }) {
  const { t } = useI18n();
  const { excluded, elsewhere, listedOn } = list;
  const listed = t.callLists.onLists(listedOn.map(({ number }) => number));
  return (
    <>
      <CountTable title={t.calls.excluded} counts={excluded} words={{ ...t.calls.exclusions, listed }} />
      <CountTable title={t.callLists.elsewhereTitle} counts={elsewhere} words={t.callLists.elsewhere} />
    </>
  );
}
