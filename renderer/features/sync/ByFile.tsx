import { Section } from '../../ui/index.ts';
import { TakeIn } from './TakeIn.tsx';
import { WriteFile } from './WriteFile.tsx';
import { WriteToFolder } from './WriteToFolder.tsx';

/** Where there is no shared folder: a file by e-mail, a memory stick. */
export function ByFile() {
  return (
    <Section
      heading="By a file or a memory stick"
      note="Encrypted to the laptops of this board: whoever else finds the file cannot read it. It may come late, twice or in any order."
    >
      <div className="sync-two">
        <section className="ui-stack" aria-labelledby="sync-give">
          <h3 id="sync-give">Give</h3>
          <WriteFile
            ways={[
              { all: false, label: 'Write a file for the others' },
              { all: true, label: 'Everything from the beginning' },
            ]}
            next="The other laptop takes it in under Sync."
          />
          <WriteToFolder />
        </section>
        <section className="ui-stack" aria-labelledby="sync-take">
          <h3 id="sync-take">Take</h3>
          <TakeIn />
        </section>
      </div>
    </Section>
  );
}
