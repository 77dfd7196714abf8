import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap, KeyHint } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { MergeMany } from './merge-many.tsx';

type PairActionsProps = {
  readonly pair: DuplicatePair;
  readonly ticked: ReadonlySet<string>;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onMerge: () => void;
  readonly onDifferent: () => void;
  readonly onTakeBack: () => void;
};

function TakeBack({ pair, isPending, onTakeBack }: PairActionsProps) {
  const { t } = useI18n();
  const many = pair.operation?.pairs ?? 1;
  const label = many > 1 ? t.duplicates.takeBackMany(many) : t.duplicates.takeBack;
  return (
    <Button
      leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}
      loading={isPending}
      onClick={onTakeBack}
      rightSection={<Keycap keys="u" />}
    >
      {pair.state === 'different' ? t.duplicates.reopen : label}
    </Button>
  );
}

function Settle({ isPending, onMerge, onDifferent }: PairActionsProps) {
  const { t } = useI18n();
  return (
    <>
      <Button variant="filled" loading={isPending} onClick={onMerge} rightSection={<Keycap keys="Enter" />}>
        {t.duplicates.merge}
      </Button>
      <Button onClick={onDifferent} rightSection={<Keycap keys="d" />}>
        {t.duplicates.different}
      </Button>
    </>
  );
}

/** What can be done with the pair in view, and with all that are ticked. */
export function PairActions(props: PairActionsProps) {
  const { t } = useI18n();
  const isOpen = props.pair.state === 'open';
  return (
    <>
      {isOpen ? <Settle {...props} /> : <TakeBack {...props} />}
      <span className="pair-hints small muted">
        <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
        {isOpen ? <KeyHint keys={['ArrowLeft', 'ArrowRight']} label={t.duplicates.chooseSide} /> : null}
        {isOpen ? <KeyHint keys={['Space']} label={t.duplicates.tick} /> : null}
      </span>
      <Failure error={props.error} />
      {isOpen ? (
        <span className="end">
          <MergeMany uids={[...props.ticked]} />
        </span>
      ) : null}
    </>
  );
}
