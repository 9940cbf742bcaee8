import './packs.css';
import { useMemo, useState } from 'react';
import type { PackFormat } from '../../../db/contract/packs.ts';
import { hrefTo } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { useDraft } from '../../state/drafts.ts';
import { Button, Link, Page, PageHeader, Section } from '../../ui/index.ts';
import { FormatChoices } from './FormatChoices.tsx';
import { allReadable, emptyPackForm, type PackForm, packFormProblems, packFormToOptions } from './pack-form.ts';
import { FORMAT_WORDS } from './pack-words.ts';
import { PackFormFields } from './PackFormFields.tsx';
import { PackSavingReport } from './PackSavingReport.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { SectionChoices } from './SectionChoices.tsx';
import { usePackSaving } from './use-pack-saving.ts';

/** Options on one side, the pack they make on the other; the header saves it. */
export function PacksPlace() {
  const boardData = useBoard();
  const first = useMemo(() => emptyPackForm(boardData), [boardData]);
  const [form, change] = useDraft<PackForm>('status pack', first);
  const [unreadable, setUnreadable] = useState(allReadable);
  const options = useMemo(() => packFormToOptions(form, unreadable, boardData), [form, unreadable, boardData]);
  const problems = packFormProblems(form, unreadable, boardData.today);
  const { saving, save, saveKept, cancel } = usePackSaving();
  return (
    <Page>
      <PageHeader
        title="Status pack"
        facts={[
          'One pack, the same in every format',
          <Link key="figures" href={hrefTo('/packs/figures')}>
            Stated figures
          </Link>,
        ]}
        action={
          <Button
            kind="primary"
            icon="download"
            busy={saving.underWay !== null}
            isDisabled={options === null || form.formats.length === 0}
            onPress={() => options && save(options, form.formats)}
          >
            {saveWords(form.formats)}
          </Button>
        }
      />
      <PackSavingReport saving={saving} onCancel={cancel} onSaveKept={saveKept} />
      <div className="pack-place">
        <div className="pack-options">
          <Section heading="Options">
            <div className="pack-form">
              <div className="ui-stack">
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
