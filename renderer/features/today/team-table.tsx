import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { BUCKETS } from '#shared/domain/today/buckets.ts';
import { ownerText } from '#shared/i18n/alert-text.ts';
import { useTeam } from './queries.ts';

type Figures = { readonly counts: Readonly<Record<string, number>>; readonly overdue: number };

/** The same seven questions for everybody: who has how much of what, and what nobody has. */
export function TeamTable() {
  const { t } = useI18n();
  const team = useTeam();
  if (team.data === undefined) return <Failure error={team.error} />;
  const { members, unowned } = team.data;
  const shown = BUCKETS.filter(code => [...members, unowned].some(({ counts }) => counts[code] > 0));
  const line = (key: string, name: string, note: string, { counts, overdue }: Figures) => (
    <tr key={key}>
      <td>
        {name} <span className="small muted">{note}</span>
      </td>
      {shown.map(code => (
        <td key={code} className="num">
          {counts[code] === 0 ? <span className="muted">0</span> : counts[code]}
        </td>
      ))}
      <td className={overdue > 0 ? 'num late' : 'num'}>
        {overdue > 0 ? <Link href="/sla">{overdue}</Link> : <span className="muted">0</span>}
      </td>
    </tr>
  );
  return (
    <Section title={t.today.team} action={<Link href="/settings/members">{t.today.toMembers}</Link>}>
      <table className="table" aria-label={t.today.team}>
        <thead>
          <tr>
            <th>{t.today.member}</th>
            {shown.map(code => (
              <th key={code} className="num">
                {t.today.buckets[code]}
              </th>
            ))}
            <th className="num">{t.today.overdueClocks}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(member =>
            line(member.uid, ownerText(t, member.name), member.away ? t.today.away : '', member),
          )}
          {line('none', t.today.noOwner, '', unowned)}
        </tbody>
      </table>
    </Section>
  );
}
