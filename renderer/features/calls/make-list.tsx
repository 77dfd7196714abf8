import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { CountField } from '#renderer/components/count-field.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useIsHoliday } from '#renderer/lib/use-calendar.ts';
import { useMakeList } from '#renderer/lib/use-make-list.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { defaultListSettings } from '#shared/domain/calls/list-settings.ts';
import { LIST_BOUNDS } from '#shared/domain/calls/selection.ts';
import type { CallListPlan } from '#shared/contract/call-list-plan.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { ListSettingsForm } from './list-settings-form.tsx';
import { useImportsForLists, useListPlan } from './queries.ts';

/** Who would call how many, leave taken into account. */
function Plan({ plan }: { readonly plan: CallListPlan }) {
  const { t, lang } = useI18n();
  const isHoliday = useIsHoliday();
  const day = (on: Day): string => formatDay(on, lang, isHoliday(on));
  return (
    <>
      <table className="table list-plan" aria-label={t.callLists.plan}>
        <caption className="small muted">{t.callLists.week(day(plan.weekOn), day(plan.lastOn))}</caption>
        <thead>
          <tr>
            <th>{t.callLists.caller}</th>
            <th className="num">{t.callLists.there}</th>
            <th className="num">{t.callLists.perWeek}</th>
            <th className="num">{t.callLists.perDay}</th>
          </tr>
        </thead>
        <tbody>
          {plan.callers.map(caller => (
            <tr key={caller.uid ?? ''}>
              <td>{caller.name === null ? t.callLists.anybody : caller.name || t.nav.member}</td>
              <td className="num">{t.callLists.thereDays(caller.there, caller.days)}</td>
              {caller.room === 0 ? (
                <td colSpan={2} className="num muted">
                  {t.callLists.away}
                </td>
              ) : (
                <>
                  <td className="num">{t.callLists.calls(caller.room)}</td>
                  <td className="num">{t.callLists.calls(caller.daily)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {plan.made ? <p className="small muted">{t.callLists.made}</p> : null}
    </>
  );
}

/** The one question before a list: how many calls are possible this week. `isNext`: no list waits to be called. */
export function MakeList({ isNext }: { readonly isNext: boolean }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<number | null>(null);
  const { min, max } = LIST_BOUNDS.maxRows;
  const isCount = typed !== null && typed >= min && typed <= max;
  const { data: plan } = useListPlan(isCount ? typed : null);
  const imports = useImportsForLists();
  const latest = imports.data?.find(row => !row.undone);
  const make = useMakeList();
  const asked = isCount ? { perCaller: typed } : {};
  const isWrong = typed !== null && !isCount;
  return (
    <>
      <div className="make-list">
        <CountField
          className="per-caller"
          label={t.calls.perCaller}
          bounds={LIST_BOUNDS.maxRows}
          value={typed ?? plan?.perCaller ?? defaultListSettings.rule.maxRows}
          onChange={setTyped}
        />
        <Button
          variant={isNext ? 'filled' : 'default'}
          leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
          loading={make.isPending}
          disabled={isWrong}
          onClick={() => make.mutate(asked)}
        >
          {t.calls.make}
        </Button>
        {latest === undefined ? null : (
          <Button
            loading={make.isPending}
            disabled={isWrong}
            title={latest.fileName}
            onClick={() => make.mutate({ importUid: latest.uid, ...asked })}
          >
            {t.imports.makeList}
          </Button>
        )}
        <span className="small muted">{t.calls.perCallerHint}</span>
      </div>
      <Failure error={make.error} />
      {plan ? <Plan plan={plan} /> : null}
      <ListSettingsForm />
    </>
  );
}
