/** For the first field of a form that was opened by a key or a click: the hands are there already. */
export const focusFirst = (field: HTMLElement | null): void => field?.focus();
