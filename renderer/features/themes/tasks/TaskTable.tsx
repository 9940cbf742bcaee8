import { useState } from 'react';
import type { ThemeTask } from '../../../../db/contract/themes.ts';
import { ROUTE_STATE_LABELS } from '../../../../db/domain/theme-routes.ts';
import { themeHref } from '../../../app/links.ts';
import { editRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Button, EditableComboBox, Pill, type SimpleColumn, SimpleTable, type Tone } from '../../../ui/index.ts';
import { recordColumns } from '../../reviews/review/record-columns.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

/** The columns are made for the record; a task is the record with what is read off it. */
const of = recordColumns('themeRoutes', (task) => `the task for ${(task as ThemeTask).theme}`);
const text = (...column: Parameters<typeof of.text>) => of.text(...column) as SimpleColumn<ThemeTask>;
const date = (...column: Parameters<typeof of.date>) => of.date(...column) as SimpleColumn<ThemeTask>;
const routedOn = date('routedOn', 'Passed on', { whenEmpty: 'Not dated' });
const verifiedOn = date('verifiedOn', 'Verified');
const finding = text('finding', 'Finding');
const tools = of.tools() as SimpleColumn<ThemeTask>;

const looks: Readonly<Record<ThemeTask['state'], { readonly tone: Tone; readonly symbol: string }>> = {
  'to-embed': { tone: 'grey', symbol: '○' },
  'to-verify': { tone: 'blue', symbol: '◐' },
  verified: { tone: 'green', symbol: '✓' },
};

function TaskState({ task: { state, daysOver, words } }: { readonly task: ThemeTask }) {
  return (
    <>
      {daysOver === null ? (
        <Pill {...looks[state]}>{ROUTE_STATE_LABELS[state]}</Pill>
      ) : (
        <Pill tone="red" symbol="▲">{`${ROUTE_STATE_LABELS[state]}, overdue`}</Pill>
      )}
      <span className="theme-task-words ui-quiet">{words}</span>
    </>
  );
}

function TaskBody({ task }: { readonly task: ThemeTask }) {
  const { bodies } = useBoard();
  if (task.bodyId === null) return <>{task.routedTo}</>;
  return (
    <EditableComboBox
      layout="bare"
      label={`Body, the task for ${task.theme}`}
      options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
      value={task.bodyId}
      onSave={editRecord('themeRoutes', task, 'bodyId')}
    />
  );
}

type TaskTableProps = { readonly tasks: readonly ThemeTask[]; readonly caption: string; readonly hideTheme?: boolean };

export function TaskTable({ tasks, caption, hideTheme = false }: TaskTableProps) {
  const [verifying, setVerifying] = useState<ThemeTask | null>(null);
  const theme: SimpleColumn<ThemeTask> = {
    key: 'theme',
    heading: 'Theme',
    isRowHeading: true,
    render: (task) => <a href={themeHref(task.themeId)}>{task.theme}</a>,
  };
  const columns: readonly SimpleColumn<ThemeTask>[] = [
    ...(hideTheme ? [] : [theme]),
    {
      key: 'body',
      heading: 'Passed to',
      width: '170px',
      render: (task) => (
        <>
          <TaskBody task={task} />
          {routedOn.render(task)}
        </>
      ),
    },
    text('task', 'Task', { width: '24%' }),
    date('embeddedOn', 'Embedded', { whenEmpty: 'Not yet' }),
    {
      key: 'verified',
      heading: 'Verified, and what was found',
      width: '22%',
      render: (task) =>
        task.verifiedOn === null ? (
          <Button
            size="small"
            aria-label={`Record the finding: ${task.theme}, ${task.body}`}
            onPress={() => setVerifying(task)}
          >
            Record the finding
          </Button>
        ) : (
          <>
            {verifiedOn.render(task)}
            {finding.render(task)}
          </>
        ),
    },
    { key: 'state', heading: 'State', width: '180px', render: (task) => <TaskState task={task} /> },
    tools,
  ];
  return (
    <div className="theme-records">
      <SimpleTable
        caption={caption}
        hideCaption
        columns={columns}
        rows={tasks}
        rowKey={({ id }) => id}
        whenEmpty="No body has a task for it."
      />
      {verifying !== null && <VerifyDialog task={verifying} onClose={() => setVerifying(null)} />}
    </div>
  );
}
