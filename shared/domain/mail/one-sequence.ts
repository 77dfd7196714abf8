/** One person's way through a sequence, as far as choosing between several needs it. */
export interface Course {
  id: number;
  sequenceKey: string;
  /** `active` and `frozen` go on; `finished` and `stopped` do not. */
  status: string;
  /** Number of the last step that has left or may have left; 0 when none. */
  progress: number;
}

const goesOn = (course: Course): boolean => course.status === 'active' || course.status === 'frozen';

/** Somebody who got further in the same sequence by another way has had these mails already. */
const overtaken = (course: Course, all: readonly Course[]): boolean =>
  all.some(
    other =>
      other !== course &&
      other.sequenceKey === course.sequenceKey &&
      (other.progress > course.progress ||
        (!goesOn(other) && other.progress > 0 && other.progress >= course.progress)),
  );

/**
 * A person is in one sequence at a time and gets no mail twice. Of several courses the one that has come furthest goes
 * on; at a tie the one that waits for somebody's word, then the first given. Returns the ids to stop.
 */
export function coursesToStop(courses: readonly Course[]): number[] {
  const running = courses.filter(goesOn);
  const [kept] = running
    .filter(course => !overtaken(course, courses))
    .sort((a, b) => b.progress - a.progress || Number(b.status === 'frozen') - Number(a.status === 'frozen'));
  return running.filter(course => course !== kept).map(course => course.id);
}
