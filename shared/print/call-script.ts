import type { CallScript } from '#shared/domain/calls/scripts.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { html, type Markup } from './html.ts';
import { linesOf } from './measure.ts';

type Texts = Catalogue['callScripts'];

/** A frame for a script, in millimetres. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A script cut to fit: its size on paper, what stands in the frame, and what goes on a second page. */
export interface PlacedScript {
  readonly size: 'ten' | 'nine' | 'eight';
  readonly first: readonly Markup[];
  readonly rest: readonly Markup[];
}

/** One thing to say, with its heading where a new part begins. Its texts measure it, its markup prints it. */
interface Block {
  readonly heading: string | null;
  readonly texts: readonly string[];
  readonly markup: Markup;
}

/** Sizes a script may print at, largest first, with the height of a line in mm. Never below 8 pt. */
const SIZES = [
  { size: 'ten', points: 10, line: 4.9 },
  { size: 'nine', points: 9, line: 4.6 },
  { size: 'eight', points: 8, line: 4.1 },
] as const;
const SMALLEST = SIZES[2];
/** Below a block. */
const GAP = 1.2;
/** A heading, at 8 pt whatever the size of the text. */
const HEADING = 4.4;
/** A mark at the head of a line (`Q1`, 「) takes so much of its width. */
const INDENT = 9;

function heightOf(block: Block, width: number, { points, line }: (typeof SIZES)[number]): number {
  const lines = block.texts.reduce((sum, text) => sum + linesOf(text, width - INDENT, points), 0);
  return lines * line + (block.heading === null ? 0 : HEADING) + GAP;
}

function block(heading: string | null, texts: readonly string[], body: Markup): Block {
  const head = heading === null ? null : html`<h3>${heading}</h3>`;
  return { heading, texts, markup: html`<div class="say">${head}${body}</div>` };
}

/** A script piece by piece, in the order it is said; what the team left empty is left out. */
function blocksOf(script: CallScript, texts: Texts): Block[] {
  const { parts } = texts;
  const questions = script.questions.filter(text => text.trim() !== '');
  const objections = script.objections.filter(({ said, answer }) => (said + answer).trim() !== '');
  const plain = (heading: string, text: string): Block[] =>
    text.trim() === '' ? [] : [block(heading, [text], html`<p>${text}</p>`)];
  return [
    ...plain(parts.opening, script.opening),
    ...questions.map((text, i) =>
      block(i === 0 ? parts.questions : null, [text], html`<p class="mark"><b>${i + 1}</b>${text}</p>`),
    ),
    ...objections.map(({ said, answer }, i) =>
      block(
        i === 0 ? parts.objections : null,
        [said, answer],
        html`<p><b>${texts.quoted(said)}</b></p><p class="mark"><b>→</b>${answer}</p>`,
      ),
    ),
    ...plain(parts.closing, script.closing),
  ];
}

/**
 * Cuts a script to a frame: at 10 pt if all of it fits, else at 9 or 8, and what does not fit even then goes on a second
 * page. Heights are reckoned from above, so that nothing ever runs over the frame.
 */
export function placeScript(script: CallScript, texts: Texts, frame: Frame): PlacedScript {
  const blocks = blocksOf(script, texts);
  const fitting = (by: (typeof SIZES)[number]): number => {
    let used = 0;
    const over = blocks.findIndex(one => (used += heightOf(one, frame.width, by)) > frame.height);
    return over < 0 ? blocks.length : over;
  };
  const by = SIZES.find(one => fitting(one) === blocks.length) ?? SMALLEST;
  const cut = fitting(by);
  const markup = (some: readonly Block[]) => some.map(one => one.markup);
  return { size: by.size, first: markup(blocks.slice(0, cut)), rest: markup(blocks.slice(cut)) };
}
