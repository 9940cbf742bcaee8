import { useState } from 'react';
import type { UncheckedTheme } from '../../../../db/contract/themes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { listHref, themeHref } from '../../../app/links.ts';
import { Button, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { NewCheck } from './NewCheck.tsx';

const first = 8;

export function WithoutCheck({ themes }: { readonly themes: readonly UncheckedTheme[] }) {
  const [planning, setPlanning] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? themes : themes.slice(0, first);
  const columns: readonly SimpleColumn<UncheckedTheme>[] = [
    {
      key: 'theme',
      heading: 'Theme',
      isRowHeading: true,
      render: ({ themeId, name, group }) => (
        <>
          <a href={themeHref(themeId)}>{name}</a>
          {group !== '' && <span className="ui-quiet"> {group}</span>}
        </>
      ),
    },
    {
      key: 'signedOff',
      heading: 'Actions signed off',
      align: 'end',
      render: ({ themeId, name, signedOff }) => (
        <a
          href={listHref('actions', { themeId, state: ['signed-off', 'embedded'] })}
          aria-label={`${signedOff} actions signed off: ${name}`}
        >
          {signedOff}
        </a>
      ),
    },
    {
      key: 'last',
      heading: 'Last sign-off',
      render: ({ lastSignedOffOn }) => (lastSignedOffOn === null ? 'Not dated' : formatDate(lastSignedOffOn)),
    },
    {
      key: 'planned',
      heading: 'Check planned',
      render: ({ isPlanned, plannedOn }) =>
        isPlanned ? (plannedOn === null ? 'Planned, not dated' : formatDate(plannedOn)) : 'None',
    },
    {
      key: 'plan',
      heading: 'Plan one',
      align: 'end',
      render: ({ themeId, name, isPlanned }) =>
        !isPlanned && (
          <Button size="small" aria-label={`Plan a check: ${name}`} onPress={() => setPlanning(themeId)}>
            Plan a check
          </Button>
        ),
    },
  ];
  return (
    <>
      <SimpleTable
        caption="What has no impact check yet"
        hideCaption
        columns={columns}
        rows={shown}
        rowKey={({ themeId }) => themeId}
        whenEmpty="Every theme whose actions are signed off has been checked, or no action for a theme is signed off yet."
      />
      {shown.length < themes.length && (
        <Button kind="quiet" size="small" onPress={() => setWhole(true)}>
          {`Show all ${themes.length}`}
        </Button>
      )}
      {planning !== null && <NewCheck key={planning} themeId={planning} onClose={() => setPlanning(null)} />}
    </>
  );
}
