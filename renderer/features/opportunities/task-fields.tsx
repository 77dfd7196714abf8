import { Button, NativeSelect, TextInput } from '@mantine/core';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Day } from '#shared/domain/base/days.ts';

export type TaskDraft = {
  readonly id: number;
  readonly kind: 'document' | 'task';
  readonly text: string;
  readonly dueOn: Day | null;
};

const kinds = ['document', 'task'] as const;
const most = 12;

type TaskFieldsProps = {
  readonly tasks: readonly TaskDraft[];
  readonly today: Day;
  /** When a task is due unless another day is typed. */
  readonly usualOn: Day;
  readonly onChange: (tasks: TaskDraft[]) => void;
};

/** What was promised to the person, and what has to be done before the meeting. */
export function TaskFields({ tasks, today, usualOn, onChange }: TaskFieldsProps) {
  const { t } = useI18n();
  const { opportunities: words } = t;
  const set = (id: number, patch: Partial<TaskDraft>): void =>
    onChange(tasks.map(task => (task.id === id ? { ...task, ...patch } : task)));
  const add = (): void => {
    const id = Math.max(0, ...tasks.map(task => task.id)) + 1;
    onChange([...tasks, { id, kind: 'document', text: '', dueOn: usualOn }]);
  };
  return (
    <div className="deal-tasks">
      {tasks.map(task => (
        <div className="deal-task" key={task.id}>
          <NativeSelect
            aria-label={words.tasks}
            value={task.kind}
            data={kinds.map(value => ({ value, label: words.taskKinds[value] }))}
            onChange={event =>
              set(task.id, { kind: event.currentTarget.value === 'task' ? 'task' : 'document' })
            }
          />
          <TextInput
            label={words.taskKinds[task.kind]}
            value={task.text}
            maxLength={200}
            onChange={event => set(task.id, { text: event.currentTarget.value })}
          />
          <DayField
            label={words.dueOn}
            value={task.dueOn}
            today={today}
            onChange={dueOn => set(task.id, { dueOn })}
          />
          <Button size="xs" onClick={() => onChange(tasks.filter(other => other.id !== task.id))}>
            {words.removeTask}
          </Button>
        </div>
      ))}
      {tasks.length < most ? (
        <Button size="xs" onClick={add}>
          {words.addTask}
        </Button>
      ) : null}
    </div>
  );
}
