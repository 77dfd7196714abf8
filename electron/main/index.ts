import { startShell } from './app.ts';

void startShell();
