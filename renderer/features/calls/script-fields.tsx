import { Textarea, TextInput } from '@mantine/core';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type CallScript, SCRIPT_LENGTHS, secondsToSay } from '#shared/domain/calls/scripts.ts';

type ScriptFieldsProps = {
  readonly script: CallScript;
  readonly onChange: (script: CallScript) => void;
};

type SpokenProps = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly onChange: (value: string) => void;
};

/** A longer text to say, with how long it takes. */
function Spoken({ label, value, max, onChange }: SpokenProps) {
  const { t } = useI18n();
  return (
    <Textarea
      label={label}
      description={t.callScripts.seconds(secondsToSay(value))}
      value={value}
      maxLength={max}
      autosize
      minRows={2}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}

/** One script in the order it is said; what is left empty is not printed. */
export function ScriptFields({ script, onChange }: ScriptFieldsProps) {
  const { t } = useI18n();
  const { parts, question, said, answer } = t.callScripts;
  const { opening, questions, objections, closing } = script;
  const objectionAt = (at: number, part: Partial<CallScript['objections'][number]>): void =>
    onChange({ ...script, objections: objections.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <div className="script-form">
      <Spoken
        label={parts.opening}
        value={opening}
        max={SCRIPT_LENGTHS.opening}
        onChange={value => onChange({ ...script, opening: value })}
      />
      <Section title={parts.questions}>
        {questions.map((value, at) => (
          <TextInput
            key={question(at + 1)}
            label={question(at + 1)}
            value={value}
            maxLength={SCRIPT_LENGTHS.question}
            onChange={event =>
              onChange({ ...script, questions: questions.with(at, event.currentTarget.value) })
            }
          />
        ))}
      </Section>
      <Section title={parts.objections}>
        {objections.map((one, at) => (
          <div key={said(at + 1)} className="script-pair">
            <TextInput
              label={said(at + 1)}
              value={one.said}
              maxLength={SCRIPT_LENGTHS.said}
              onChange={event => objectionAt(at, { said: event.currentTarget.value })}
            />
            <TextInput
              label={answer(at + 1)}
              value={one.answer}
              maxLength={SCRIPT_LENGTHS.answer}
              onChange={event => objectionAt(at, { answer: event.currentTarget.value })}
            />
          </div>
        ))}
      </Section>
      <Spoken
        label={parts.closing}
        value={closing}
        max={SCRIPT_LENGTHS.closing}
        onChange={value => onChange({ ...script, closing: value })}
      />
    </div>
  );
}
