import { IconBuilding, IconUsers } from '@tabler/icons-react';
import { sameCompanyText } from '#renderer/components/same-company.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';

/** Who in the file is no stranger: people of customers and partners, and people at companies a colleague looks after. */
export function CompanyLines({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useI18n();
  const { groups, sameCompany } = preview;
  return (
    <div className="company-lines">
      {groups.map(({ kind, people }) => (
        <p key={kind} className="with-icon">
          <IconBuilding size={16} stroke={1.5} aria-hidden />
          <span>
            <b>{t.imports.kindGroup(t.leads.kinds[kind], people)}</b>
            <span className="small muted">{t.imports.kindGroupNote}</span>
          </span>
        </p>
      ))}
      {sameCompany.people === 0 ? null : (
        <details>
          <summary>
            <span className="with-icon warn">
              <IconUsers size={16} stroke={1.5} aria-hidden />
              {t.imports.sameCompany(sameCompany.people)}
            </span>
          </summary>
          <ul>
            {sameCompany.listed.map(row => (
              <li key={row.line}>
                {row.companyName} {row.name}
                <span className="small muted">{sameCompanyText(t, row)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
