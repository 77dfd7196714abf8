import { z } from 'zod';
import type { MergeValues } from './fields.ts';
import { type LintProblem, lintMail } from './lint.ts';
import type { Sender } from './sender.ts';
import { parseTemplate, type Rendered, renderTemplate } from './template.ts';

/** One mail of a sequence. `day` counts business days from the enrolment; the first step is day 0. */
const zStep = z.object({
  day: z.int().min(0).max(120),
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});

/** A sequence as stored in a version: later edits make a new version, running people keep theirs. */
export const zSequence = z
  .object({
    name: z.string().min(1).max(60),
    steps: z.array(zStep).min(1).max(12),
    /** Put under every mail; holds what the law wants shown. */
    footer: z.string().max(4_000),
  })
  .refine(
    sequence => sequence.steps.every((step, i) => i === 0 || step.day > (sequence.steps[i - 1]?.day ?? 0)),
    { path: ['steps'], message: 'days must rise from step to step' },
  );
export type Sequence = z.infer<typeof zSequence>;

/** Business days between a step and the one before it; for the first step, from the enrolment. */
export function gapBefore(sequence: Sequence, index: number): number {
  const step = sequence.steps[index];
  if (!step) throw new RangeError(`no step ${index}`);
  return step.day - (sequence.steps[index - 1]?.day ?? 0);
}

/** The subject as it will probably read, for lists of planned mails; unfilled marks are left out. */
export function plannedSubject(
  sequence: Sequence,
  index: number,
  values: MergeValues,
  when: Parameters<typeof renderTemplate>[2],
): string {
  const source = sequence.steps[index]?.subject ?? '';
  const parsed = parseTemplate(source);
  const filled = parsed.ok ? renderTemplate(parsed.nodes, values, when) : null;
  const text = filled?.ok ? filled.text : source.replace(/\{\{[^{}]*\}\}/g, '');
  return text.replace(/\s+/g, ' ').trim();
}

export type RenderedMail =
  | { ok: true; subject: string; text: string }
  | { ok: false; problems: LintProblem[] };

/**
 * One step for one person: subject and text with the footer, or every problem that keeps it from being
 * sent. Nothing half-filled ever comes out.
 */
export function renderStep(
  sequence: Sequence,
  index: number,
  values: MergeValues,
  sender: Sender,
  when: Parameters<typeof renderTemplate>[2],
): RenderedMail {
  const step = sequence.steps[index];
  if (!step) throw new RangeError(`no step ${index}`);
  const problems: LintProblem[] = [];
  const fill = (source: string): string => {
    const parsed = parseTemplate(source);
    const out: Rendered | typeof parsed = parsed.ok ? renderTemplate(parsed.nodes, values, when) : parsed;
    if ('text' in out) return out.text;
    if ('problems' in out) problems.push(...out.problems);
    return '';
  };
  const subject = fill(step.subject)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const text = `${fill(step.body).trimEnd()}\n\n${fill(sequence.footer).trim()}\n`;
  if (problems.length === 0) problems.push(...lintMail({ subject, text }, sender));
  return problems.length ? { ok: false, problems } : { ok: true, subject, text };
}
