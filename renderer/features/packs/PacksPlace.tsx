import './packs.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PackFormat } from '../../../db/contract/packs.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import { useDraft } from '../../state/drafts.ts';
import { Button, Page, PageHeader, Section } from '../../ui/index.ts';
import { FormatChoices } from './FormatChoices.tsx';
import {
  allReadable,
  emptyPackForm,
  type PackForm,
  packFormProblems,
  packFormToOptions,
  PACK_DRAFT,
} from './pack-form.ts';
import { FORMAT_WORDS } from './pack-words.ts';
import { templateNamed } from './pack-template.ts';
import { PackFormFields } from './PackFormFields.tsx';
import { PackSavingReport } from './PackSavingReport.tsx';
import { PackViews } from './PackViews.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { SectionChoices } from './SectionChoices.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { usePackSaving } from './use-pack-saving.ts';

/** Options on one side, the pack they make on the other; the header saves it. */
export function PacksPlace() {
  const boardData = useBoard();
  const { data: templates } = useSuspenseQuery(api.packTemplates.list.queryOptions());
  const first = useMemo(() => emptyPackForm(boardData, templates.shipped), [boardData, templates.shipped]);
  const [form, change] = useDraft<PackForm>(PACK_DRAFT, first);
  const [unreadable, setUnreadable] = useState(allReadable);
  const options = useMemo(() => {
    // A template that was deleted meanwhile comes back with an Undo; until then the pack was made by none.
    const templateName = templateNamed(templates, form.templateName)?.name ?? '';
    return packFormToOptions({ ...form, templateName }, unreadable, boardData);
  }, [form, templates, unreadable, boardData]);
  const problems = packFormProblems(form, unreadable, boardData.today);
  const { saving, save, saveKept, record, cancel } = usePackSaving();
  const meetingId = boardData.meetings.find(({ id }) => id === form.meeting)?.id ?? null;
  return (
    <Page>
      <PageHeader
        title="Status pack"
        facts={['One pack, the same in every format', 'Recorded in the register once it is saved']}
        action={
          <Button
            kind="primary"
            icon="download"
            busy={saving.underWay !== null}
            isDisabled={options === null || form.formats.length === 0}
            onPress={() => options && save({ options, meetingId }, form.formats)}
          >
            {saveWords(form.formats)}
          </Button>
        }
      />
      <div className="pack-views">
        <PackViews current="/packs" />
      </div>
      <PackSavingReport saving={saving} onCancel={cancel} onSaveKept={saveKept} onRecord={record} />
      <div className="pack-place">
        <div className="pack-options">
          <Section heading="Options">
            <div className="pack-form">
              <div className="ui-stack">
                <TemplateChoice form={form} change={change} templates={templates} />
                <PackFormFields
                  form={form}
                  problems={problems}
                  change={change}
                  unreadable={unreadable}
                  changeUnreadable={(part) => setUnreadable((before) => ({ ...before, ...part }))}
                  boardData={boardData}
                />
              </div>
              <div className="ui-stack">
                <FormatChoices chosen={form.formats} onChange={(formats) => change({ formats })} />
                <SectionChoices
                  sections={form.sections}
                  audience={form.audience}
                  problem={problems.sections}
                  onChange={(sections) => change({ sections })}
                />
              </div>
            </div>
          </Section>
        </div>
        <PreviewPane options={options} problems={Object.values(problems)} />
      </div>
    </Page>
  );
}

const saveWords = (formats: readonly PackFormat[]): string => {
  const [only, ...others] = formats;
  if (only === undefined) return 'Save';
  return others.length === 0 ? `Save as ${FORMAT_WORDS[only].label}` : `Save ${formats.length} documents`;
};
