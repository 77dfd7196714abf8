import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Course, coursesToStop } from '#shared/domain/mail/one-sequence.ts';
import { counted } from '#test/helpers/runs.ts';

const course = (id: number, status: string, progress: number, sequenceKey = 'thanks'): Course => ({
  id,
  sequenceKey,
  status,
  progress,
});

describe('of several ways through sequences', () => {
  it('the one that came furthest goes on, the first at a tie, before it the one that waits for a word', () => {
    expect(coursesToStop([course(1, 'active', 0), course(2, 'active', 1)])).toEqual([1]);
    expect(coursesToStop([course(1, 'active', 1), course(2, 'active', 1, 'other')])).toEqual([2]);
    expect(coursesToStop([course(1, 'active', 1), course(2, 'frozen', 1)])).toEqual([1]);
    expect(coursesToStop([course(1, 'active', 2)])).toEqual([]);
  });
  it('none goes on where the same mails have come already', () => {
    expect(coursesToStop([course(1, 'finished', 3), course(2, 'active', 0)])).toEqual([2]);
    expect(coursesToStop([course(1, 'stopped', 1), course(2, 'active', 1)])).toEqual([2]);
    // Stopped before anything left: nothing has come.
    expect(coursesToStop([course(1, 'stopped', 0), course(2, 'active', 0)])).toEqual([]);
    expect(coursesToStop([course(1, 'finished', 3, 'other'), course(2, 'active', 0)])).toEqual([]);
  });
  it('at most one goes on, and it sends no step that another way sent', () => {
    const anyCourse = fc.record({
      status: fc.constantFrom('active', 'frozen', 'finished', 'stopped'),
      progress: fc.nat({ max: 3 }),
      sequenceKey: fc.constantFrom('thanks', 'other'),
    });
    fc.assert(
      fc.property(fc.array(anyCourse, { maxLength: 6 }), found => {
        const all = found.map((one, id) => ({ ...one, id }));
        const stopped = new Set(coursesToStop(all));
        const going = all.filter(one => ['active', 'frozen'].includes(one.status) && !stopped.has(one.id));
        expect(going.length).toBeLessThanOrEqual(1);
        for (const id of stopped) expect(['active', 'frozen']).toContain(all[id]?.status);
        for (const one of going)
          for (const other of all)
            if (other.sequenceKey === one.sequenceKey)
              expect(other.progress).toBeLessThanOrEqual(one.progress);
      }),
      counted(5000),
    );
  });
});
