import '../packs.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisteredPackDetail } from '../../../../db/contract/pack-register.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Failure } from '../../../app/Failure.tsx';
import { formatInstant } from '../../../app/format-instant.ts';
import { goTo } from '../../../app/go-to.ts';
import { hrefTo, meetingHref, packHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { showProblem } from '../../../app/problem-toast.ts';
import { api, client } from '../../../client.ts';
import { useDraft } from '../../../state/drafts.ts';
import {
  Button,
  Definition,
  DefinitionList,
  EditableLongText,
  Link,
  Menu,
  type MenuChoice,
  Page,
  PageHeader,
  type Save,
  Section,
  Skeleton,
  useReadOnly,
} from '../../../ui/index.ts';
import { meetingName } from '../../meetings/meeting-words.ts';
import { emptyPackForm, PACK_DRAFT, type PackForm } from '../pack-form.ts';
import { AUDIENCE_WORDS } from '../pack-words.ts';
import { optionsToForm } from '../options-to-form.ts';
import { OptionFacts } from './OptionFacts.tsx';
import { PackComparison } from './PackComparison.tsx';
import { PackDecisions } from './PackDecisions.tsx';
import { PackDocuments } from './PackDocuments.tsx';
import { PackHeadlines } from './PackHeadlines.tsx';
import { TabledPill } from './TabledPill.tsx';
import { TablePackDialog } from './TablePackDialog.tsx';

/** One issued pack: what it was made of, its documents, and what became of it. */
export function RegisteredPackPlace() {
  const { packId = '' } = useParams({ strict: false }) as { readonly packId?: string };
  const { data, error, refetch } = useQuery(api.packRegister.detail.queryOptions({ input: { id: packId } }));
  if (error !== null)
    return (
      <Page>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  return (
    <Page>
      {data === undefined ? <Skeleton lines={12} label="Loading the pack" /> : <IssuedPack key={packId} pack={data} />}
    </Page>
  );
}

function IssuedPack({ pack }: { readonly pack: RegisteredPackDetail }) {
  const { number, title, body, meeting, previous, next } = pack;
  return (
    <>
      <PageHeader
        above={<Link href={hrefTo('/packs/register')}>Pack register</Link>}
        title={`${number}. ${title}`}
        facts={[
          <TabledPill key="tabled" pack={pack} />,
          meeting === null ? (
            body
          ) : (
            <Link key="meeting" href={meetingHref(meeting.id)}>
              {meetingName(meeting)}
            </Link>
          ),
          `Issued ${formatInstant(pack.issuedAt)}`,
          `Data as at ${formatDate(pack.dataAsAt)}`,
        ]}
        action={<PackActs pack={pack} />}
      />
      {(previous !== null || next !== null) && (
        <nav className="pack-beside" aria-label={`Packs of ${body}`}>
          {previous !== null && <Link href={packHref(previous.id)}>{`Before: pack ${previous.number}`}</Link>}
          {next !== null && <Link href={packHref(next.id)}>{`After: pack ${next.number}`}</Link>}
        </nav>
      )}
      <PackDocuments pack={pack} />
      <PackFacts pack={pack} />
      <PackHeadlines figures={pack.figures} />
      <PackDecisions pack={pack} />
      <PackComparison pack={pack} />
    </>
  );
}

function PackActs({ pack }: { readonly pack: RegisteredPackDetail }) {
  const boardData = useBoard();
  const isReadOnly = useReadOnly();
  const [isTabling, setTabling] = useState(false);
  const [, change] = useDraft<PackForm>(PACK_DRAFT, emptyPackForm(boardData, []));
  const { options } = pack;
  const useAgain = (): void => {
    if (options === null) return;
    change(optionsToForm(options, pack, boardData));
    goTo(hrefTo('/packs'));
  };
  const untable = async (): Promise<void> => {
    const outcome = await save(() => client.packRegister.untable({ packId: pack.id }), 'Took the pack off the agenda');
    if (!outcome.ok) showProblem(outcome.message);
  };
  const print: MenuChoice = { key: 'print', label: 'Print this page', onChoose: () => window.print() };
  const acts: MenuChoice[] = [
    { key: 'again', label: 'Use these options again', isDisabled: options === null, onChoose: useAgain },
    print,
    ...(pack.agendaItems.length > 0 || pack.tabledOn !== null
      ? [{ key: 'untable', label: 'Take it off the agenda', isDanger: true, onChoose: () => void untable() }]
      : []),
  ];
  return (
    <>
      <Menu label="More" trigger={<Button icon="more">More</Button>} items={isReadOnly ? [print] : acts} />
      {!isReadOnly && (
        <Button kind={pack.tabledOn === null ? 'primary' : 'secondary'} onPress={() => setTabling(true)}>
          {pack.tabledOn === null ? 'Mark as tabled' : 'Change where it was tabled'}
        </Button>
      )}
      {isTabling && <TablePackDialog pack={pack} onClose={() => setTabling(false)} />}
    </>
  );
}

function PackFacts({ pack }: { readonly pack: RegisteredPackDetail }) {
  const saveNote: Save<string> = (note) =>
    save(() => client.packRegister.note({ packId: pack.id, note }), 'Changed the note of a pack');
  return (
    <Section heading="What it was asked to hold">
      <DefinitionList>
        <Definition label="Template">{pack.templateName || <span className="ui-quiet">None</span>}</Definition>
        <Definition label="For whom">{AUDIENCE_WORDS[pack.audience].label}</Definition>
        {pack.options === null ? (
          <Definition label="Options">
            A later version of the program issued it, with options that this one cannot read.
          </Definition>
        ) : (
          <OptionFacts options={pack.options} />
        )}
        {pack.agendaItems.length > 0 && (
          <Definition label="On the agenda of">
            <ul>
              {pack.agendaItems.map((item) => (
                <li key={item.id}>
                  <Link href={meetingHref(item.meeting.id)}>{meetingName(item.meeting)}</Link>
                </li>
              ))}
            </ul>
          </Definition>
        )}
        <EditableLongText
          label="Note"
          value={pack.note}
          onSave={saveNote}
          draftKey={`packs/${pack.id}/note`}
          whenEmpty="None. Say here why a pack no longer holds, or where its documents are kept."
        />
      </DefinitionList>
    </Section>
  );
}
