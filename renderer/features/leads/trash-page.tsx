import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { openBase } from './list-state.ts';

/** ごみ箱 is a view of the list; this is its address. */
export function TrashPage() {
  useEffect(() => openBase({ kind: 'standard', view: 'trash' }), []);
  return <Redirect to="/leads" replace />;
}
