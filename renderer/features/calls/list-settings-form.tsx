import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CountField } from '#renderer/components/count-field.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { TimeField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUnsaved } from '#renderer/lib/unsaved.ts';
import { zCompanyKind } from '#shared/contract/base.ts';
import { addDays, day } from '#shared/domain/base/days.ts';
import { type ListSchedule, type ListSettings, zListSettings } from '#shared/domain/calls/list-settings.ts';
import { LIST_BOUNDS } from '#shared/domain/calls/selection.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';
import { formatWeekday } from '#shared/i18n/format.ts';
import { useListSettings } from './queries.ts';

type FieldsProps = {
  readonly settings: ListSettings;
  readonly onChange: (settings: ListSettings) => void;
};

/** Monday half past eight, for the same week: before the first call of the week. */
const usual: ListSchedule = { weekday: 1, minute: 510, week: 'this' };
const aMonday = day('2026-11-16');
const kinds = zCompanyKind.options.filter(kind => kind !== 'own');

type ChoicesProps<T extends string> = {
  readonly legend: string;
  readonly all: readonly T[];
  readonly chosen: readonly string[];
  readonly words: Readonly<Record<T, string>>;
  readonly onChange: (chosen: T[]) => void;
};

/** Any number of a few. */
function Choices<T extends string>({ legend, all, chosen, words, onChange }: ChoicesProps<T>) {
  return (
    <fieldset className="plain-fieldset">
      <legend>{legend}</legend>
      {all.map(one => (
        <Checkbox
          key={one}
          label={words[one]}
          checked={chosen.includes(one)}
          onChange={() =>
            onChange(all.filter(item => (item === one ? !chosen.includes(one) : chosen.includes(item))))
          }
        />
      ))}
    </fieldset>
  );
}

/** Whom the lists take. */
function RuleFields({ settings, onChange }: FieldsProps) {
  const { t } = useI18n();
  const { rule } = settings;
  const set = (patch: Partial<typeof rule>): void => onChange({ ...settings, rule: { ...rule, ...patch } });
  return (
    <>
      <CountField
        label={t.callLists.agreed}
        bounds={LIST_BOUNDS.maxRows}
        value={rule.maxRows}
        onChange={maxRows => set({ maxRows })}
      />
      <Choices
        legend={t.callLists.take}
        all={BANDS.toReversed()}
        chosen={rule.bands}
        words={t.common.band}
        onChange={bands => set({ bands })}
      />
      <CountField
        label={t.callLists.fillTo}
        description={t.callLists.fillHint}
        bounds={LIST_BOUNDS.fillTo}
        value={rule.fillTo}
        onChange={fillTo => set({ fillTo })}
      />
      <Choices
        legend={t.callLists.kinds}
        all={kinds}
        chosen={rule.companyKinds}
        words={t.leads.kinds}
        onChange={companyKinds => set({ companyKinds })}
      />
    </>
  );
}

/** When the lists are made by themselves. */
function ScheduleFields({ settings, onChange }: FieldsProps) {
  const { t, lang } = useI18n();
  const { schedule } = settings;
  const set = (patch: Partial<ListSchedule>): void =>
    onChange({ ...settings, schedule: { ...(schedule ?? usual), ...patch } });
  return (
    <>
      <Checkbox
        label={t.callLists.auto}
        description={t.callLists.autoHint}
        checked={schedule !== null}
        onChange={event => onChange({ ...settings, schedule: event.currentTarget.checked ? usual : null })}
      />
      {schedule === null ? null : (
        <div className="list-schedule">
          <NativeSelect
            label={t.callLists.weekday}
            value={schedule.weekday}
            data={[1, 2, 3, 4, 5, 6, 7].map(weekday => ({
              value: String(weekday),
              label: formatWeekday(addDays(aMonday, weekday - 1), lang),
            }))}
            onChange={event => set({ weekday: Number(event.currentTarget.value) })}
          />
          <TimeField
            label={t.callLists.time}
            value={schedule.minute}
            onChange={minute => minute !== null && set({ minute })}
          />
          <NativeSelect
            label={t.callLists.which}
            value={schedule.week}
            data={(['this', 'next'] as const).map(week => ({ value: week, label: t.callLists.weeks[week] }))}
            onChange={event => set({ week: event.currentTarget.value === 'next' ? 'next' : 'this' })}
          />
        </div>
      )}
    </>
  );
}

/** くわしい設定: what the team agrees on about its lists; out of the way until somebody wants it. */
export function ListSettingsForm() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { data } = useListSettings();
  const [draft, setDraft] = useState<ListSettings | null>(null);
  const save = useMutation(
    orpc.callLists.saveSettings.mutationOptions({
      onSuccess: () => {
        setDraft(null);
        showToast({ message: t.callLists.saved });
      },
    }),
  );
  useUnsaved(draft !== null);
  if (!data) return null;
  const settings = draft ?? data.settings;
  const isEmpty = settings.rule.bands.length === 0 || settings.rule.companyKinds.length === 0;
  return (
    <details className="list-settings">
      <summary>{t.callLists.advanced}</summary>
      <div className="list-settings-fields">
        <RuleFields settings={settings} onChange={setDraft} />
        <ScheduleFields settings={settings} onChange={setDraft} />
        {isEmpty ? <p className="late">{t.callLists.needsRank}</p> : null}
        <Button
          disabled={draft === null || !zListSettings.safeParse(draft).success}
          loading={save.isPending}
          onClick={() => save.mutate({ settings })}
        >
          {t.callLists.save}
        </Button>
        <Failure error={save.error} />
      </div>
    </details>
  );
}
