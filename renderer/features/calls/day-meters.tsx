import { Meter } from '#renderer/components/meter.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallDay, DayCounts } from '#shared/contract/call-day.ts';

/** Nobody is told to be behind before the day is nearly over. */
const fivePm = 17 * 60;
const counted = ['calls', 'reached', 'appointments'] as const;

type RowProps = {
  readonly label: string;
  readonly value: number;
  readonly goal: number;
  readonly left?: string | undefined;
};

function MeterRow({ label, value, goal, left }: RowProps) {
  const { t } = useI18n();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Meter value={value} max={goal} label={label} />
      </td>
      <td className="num">{t.callDay.ofGoal(value, goal)}</td>
      <td className="warn num">{left}</td>
    </tr>
  );
}

function Contacts({ inTime, due }: DayCounts['firstContacts']) {
  const { t } = useI18n();
  const label = t.callDay.meter.firstContacts;
  if (due > 0) return <MeterRow label={label} value={inTime} goal={due} />;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="muted" colSpan={3}>
        {t.callDay.noneDue}
      </td>
    </tr>
  );
}

/** How far the day is, against the goals of the team; for two weeks, and before five, nobody is behind. */
function Mine({ day, minute }: { readonly day: CallDay; readonly minute: number }) {
  const { t } = useI18n();
  const isLate = minute >= fivePm && !day.isTrial;
  return (
    <Section title={t.callDay.meters} note={day.isTrial ? t.callDay.trial : (day.memberName ?? undefined)}>
      <table className="table day-meters">
        <tbody>
          {counted.map(code => {
            const left = day.goals[code] - day.mine[code];
            return (
              <MeterRow
                key={code}
                label={t.callDay.meter[code]}
                value={day.mine[code]}
                goal={day.goals[code]}
                left={isLate && left > 0 ? t.callDay.short(left) : undefined}
              />
            );
          })}
          <Contacts {...day.mine.firstContacts} />
        </tbody>
      </table>
    </Section>
  );
}

/** The team in one sum: nobody is ranked. And what kept people from calling. */
function Team({ day }: { readonly day: CallDay }) {
  const { t } = useI18n();
  const { inTime, due } = day.team.firstContacts;
  return (
    <>
      <Section title={t.callDay.team}>
        <table className="table">
          <tbody>
            {counted.map(code => (
              <tr key={code}>
                <th scope="row">{t.callDay.meter[code]}</th>
                <td className="num">{t.common.items(day.team[code])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t.callDay.meter.firstContacts}</th>
              <td className="num">{t.callDay.ofGoal(inTime, due)}</td>
            </tr>
          </tbody>
        </table>
      </Section>
      <Section title={t.callDay.blocked}>
        {day.blocked.length === 0 ? <p className="muted">{t.callDay.notBlocked}</p> : null}
        <table className="table">
          <tbody>
            {day.blocked.map(({ code, count }) => (
              <tr key={code}>
                <th scope="row">{codeText({ ...t.calls.exclusions, ...t.calls.outcomes }, code)}</th>
                <td className="num">{t.common.items(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

/** The meters of the member and the sums of the team. */
export function DayMeters({ day, minute }: { readonly day: CallDay; readonly minute: number }) {
  return (
    <div>
      <Mine day={day} minute={minute} />
      <Team day={day} />
    </div>
  );
}
