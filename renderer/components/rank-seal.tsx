import './rank-seal.css';
import { useI18n } from '#renderer/lib/i18n.tsx';

export type Band = 'hot' | 'mid' | 'low';

/** The rank as a seal: three shapes, so it reads without colour. `withWord` adds ホット・中・低 beside it. */
export function RankSeal({ band, withWord = false }: { readonly band: Band; readonly withWord?: boolean }) {
  const { t } = useI18n();
  return (
    <span className="rank" data-band={band}>
      <span className="rank-seal" aria-hidden={withWord || undefined}>
        {t.common.bandLetter[band]}
      </span>
      {withWord ? <span className="rank-word">{t.common.bandWord[band]}</span> : null}
    </span>
  );
}
