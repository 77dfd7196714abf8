/** Options of a query whose answer changes with time alone: what is on screen is asked again every minute. */
export const minutely = { refetchInterval: 60_000 } as const;
