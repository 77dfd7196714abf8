import './imports.css';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { leaveFiles, takeIn } from './given-files.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the window to the import screen, and says so while they hover. */
export function DropAnywhere() {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      void takeIn([...(event.dataTransfer?.files ?? [])]).then(arrivals => {
        leaveFiles(arrivals);
        navigate('/imports');
      });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [navigate]);
  return isOver ? <div className="drop-hint">{t.imports.dropHere}</div> : null;
}
