import { useId } from 'react';
import { formatInstant } from '../../app/format-instant.ts';
import { placeHref } from '../../app/links.ts';
import { Link, Pill } from '../../ui/index.ts';
import { type ComparedWith, FieldValue } from './FieldValue.tsx';
import type { Version as VersionShown } from './versions-of.ts';

type VersionProps = { readonly version: VersionShown; readonly compared: ComparedWith };

/** One version: whose, when, what was done and why, and each of its fields. */
export function Version({ version, compared }: VersionProps) {
  const { title, by, deed, reason, record, standing, fields } = version;
  const headingId = useId();
  return (
    <article className="conflict-version" aria-labelledby={headingId} data-standing={standing ?? undefined}>
      <header>
        <div className="conflict-version-title">
          <h3 id={headingId}>{title}</h3>
          {standing === 'shown' && (
            <Pill tone="blue" symbol="✓">
              Shown now
            </Pill>
          )}
          {standing === 'left-out' && (
            <Pill tone="grey" symbol="◇">
              Left out
            </Pill>
          )}
        </div>
        {by !== null && (
          <p className="ui-quiet">
            {by.post || 'Unknown post'} · {formatInstant(by.at)}
          </p>
        )}
        {deed !== '' && <p>{deed}</p>}
        {reason !== '' && <p>Reason: {reason}</p>}
        {record !== null && (
          <p>{record.place === null ? record.name : <Link href={placeHref(record.place)}>{record.name}</Link>}</p>
        )}
      </header>
      {fields.length > 0 && (
        <dl className="conflict-fields">
          {fields.map((field) => (
            <div key={`${field.field} ${field.label}`}>
              <dt>{field.label}</dt>
              <dd>
                <FieldValue field={field} compared={compared} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
