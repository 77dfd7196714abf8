import { NativeSelect } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallListHead, PrintChoice } from '#shared/contract/calls.ts';
import { BINDINGS, DENSITIES, geometryOf, PAPERS } from '#shared/domain/calls/print-layout.ts';
import { SCRIPT_CODES } from '#shared/domain/calls/scripts.ts';

type PrintChoicesProps = {
  readonly choice: PrintChoice;
  readonly onChange: (choice: PrintChoice) => void;
  /** The lists made together with the one shown, one per caller. */
  readonly lists: readonly CallListHead[];
  readonly shown: string;
  readonly onShow: (uid: string) => void;
};

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[...options]}
      onChange={event => {
        const chosen = options.find(option => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

/** Whose list is shown, and how it is put on paper. */
export function PrintChoices({ choice, onChange, lists, shown, onShow }: PrintChoicesProps) {
  const { t } = useI18n();
  const { layout, script } = choice;
  const change = (part: Partial<PrintChoice['layout']>): void =>
    onChange({ ...choice, layout: { ...layout, ...part } });
  const heights = DENSITIES.map(density => ({
    value: density,
    label: t.printing.rows(t.printing.densities[density], geometryOf({ ...layout, density }).rows),
  }));
  const scripts = SCRIPT_CODES.map(code => ({ value: code, label: t.callScripts.kinds[code] }));
  return (
    <div className="print-choices">
      {lists.length > 1 ? (
        <Choice
          label={t.printing.caller}
          value={shown}
          options={lists.map(list => ({ value: list.uid, label: list.callerName ?? list.number }))}
          onChange={onShow}
        />
      ) : null}
      <Choice
        label={t.printing.paper}
        value={layout.paper}
        options={PAPERS.map(value => ({ value, label: t.printing.papers[value] }))}
        onChange={paper => change({ paper })}
      />
      {layout.paper === 'landscape' ? (
        <Choice
          label={t.printing.density}
          value={layout.density}
          options={heights}
          onChange={density => change({ density })}
        />
      ) : null}
      <Choice
        label={t.printing.binding}
        value={layout.binding}
        options={BINDINGS.map(value => ({ value, label: t.printing.bindings[value] }))}
        onChange={binding => change({ binding })}
      />
      <Choice
        label={t.printing.script}
        value={script ?? ''}
        options={[{ value: '', label: t.printing.scriptByList }, ...scripts]}
        onChange={value => onChange({ ...choice, script: value === '' ? null : value })}
      />
    </div>
  );
}
