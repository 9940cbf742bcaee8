import '../packs.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisteredPack } from '../../../../db/contract/pack-register.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Failure } from '../../../app/Failure.tsx';
import { formatInstant } from '../../../app/format-instant.ts';
import { hrefTo, meetingHref, packHref } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import {
  Button,
  EmptyState,
  Link,
  Page,
  PageHeader,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
} from '../../../ui/index.ts';
import { meetingName } from '../../meetings/meeting-words.ts';
import { AUDIENCE_WORDS } from '../pack-words.ts';
import { PackViews } from '../PackViews.tsx';
import { documentWords } from './document-words.ts';
import { TabledPill } from './TabledPill.tsx';

const shownAtFirst = 50;
const longestPage = 1000;

/** Every pack that was issued, the newest first. */
export function PackRegisterPlace() {
  const [limit, setLimit] = useState(shownAtFirst);
  const { data, error, refetch } = useQuery({
    ...api.packRegister.list.queryOptions({ input: { limit } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page>
      <PageHeader
        title="Pack register"
        facts={data && [`${countOf(data.total, 'pack', 'packs')} issued`]}
        action={
          <Button kind="quiet" onPress={() => window.print()}>
            Print
          </Button>
        }
      />
      <div className="pack-views">
        <PackViews current="/packs/register" />
      </div>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} label="Loading the register" />}
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState title="No pack is issued yet" action={<Link href={hrefTo('/packs')}>Make a status pack</Link>}>
          A pack is recorded here once one of its documents is saved: for which meeting, with which data, and the
          fingerprint of each document. From here it can be made again, compared with another, and marked as tabled.
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <div className="pack-register">
          <SimpleTable
            caption="Issued packs"
            hideCaption
            columns={columns}
            rows={data.rows}
            rowKey={({ id }) => id}
            whenEmpty=""
          />
          {data.rows.length < data.total && limit < longestPage && (
            <Button onPress={() => setLimit(longestPage)}>
              Show {Math.min(data.total, longestPage).toLocaleString('en-GB')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

const columns: readonly SimpleColumn<RegisteredPack>[] = [
  {
    key: 'pack',
    heading: 'Pack',
    isRowHeading: true,
    width: '25%',
    render: ({ id, number, title, audience, templateName }) => (
      <>
        <Link href={packHref(id)}>{`${number}. ${title}`}</Link>
        <span className="pack-register-below">
          {[AUDIENCE_WORDS[audience].label, templateName].filter((words) => words !== '').join(', ')}
        </span>
      </>
    ),
  },
  {
    key: 'issued',
    heading: 'Issued',
    width: '21%',
    render: ({ issuedAt, dataAsAt }) => (
      <>
        {formatInstant(issuedAt)}
        <span className="pack-register-below">Data as at {formatDate(dataAsAt)}</span>
      </>
    ),
  },
  {
    key: 'for',
    heading: 'For',
    width: '17%',
    render: ({ meeting, body }) =>
      meeting === null ? body : <Link href={meetingHref(meeting.id)}>{meetingName(meeting)}</Link>,
  },
  {
    key: 'documents',
    heading: 'Documents',
    render: ({ documents }) => (
      <ul>
        {documents.map((document) => (
          <li key={document.id}>{documentWords(document)}</li>
        ))}
      </ul>
    ),
  },
  { key: 'tabled', heading: 'Tabled', width: '8rem', render: (pack) => <TabledPill pack={pack} /> },
];
