import { Checkbox, Notice } from '../../ui/index.ts';

type ConcernsProps = {
  /** In sentences: "It holds the label “Child A”." */
  readonly concerns: readonly string[];
  readonly acknowledged: boolean;
  readonly onAcknowledge: (acknowledged: boolean) => void;
  readonly tried: boolean;
};

/** What the words hold that could tell whose review it was. They are published all the same only by somebody who says so. */
export function Concerns({ concerns, acknowledged, onAcknowledge, tried }: ConcernsProps) {
  if (concerns.length === 0) return null;
  return (
    <>
      <Notice kind="warning" title="These words could tell whose review it was.">
        <ul>
          {concerns.map((concern) => (
            <li key={concern}>{concern}</li>
          ))}
        </ul>
      </Notice>
      <Checkbox isSelected={acknowledged} onChange={onAcknowledge}>
        They may be published as they are
      </Checkbox>
      {tried && !acknowledged && (
        <p className="ui-field-error" role="alert">
          Change the words, or say that they may be published.
        </p>
      )}
    </>
  );
}
