import type { PackModel } from '../../../db/contract/packs.ts';
import { PackBlockView, PackFacts } from './PackBlockView.tsx';
import { PackSheet } from './PackSheet.tsx';
import { coverFacts, needsKey, packParts } from './preview-model.ts';
import { RagKeyLine } from './RagKeyLine.tsx';

/** The pack as the documents will say it: the cover, then a sheet for each section. */
export function PackPreview({ pack }: { readonly pack: PackModel }) {
  const { title, marking, ragKey } = pack;
  const { coverBlocks, sections } = packParts(pack);
  return (
    <div className="pack-sheets">
      <PackSheet heading={title} marking={marking} isCover>
        <PackFacts facts={coverFacts(pack)} />
        {coverBlocks.map((block, position) => (
          <PackBlockView key={position} block={block} ragKey={ragKey} />
        ))}
      </PackSheet>
      {sections.map((section) => (
        <PackSheet key={section.id} heading={section.heading} marking={marking}>
          {section.blocks.map((block, position) => (
            <div key={position} className="pack-block">
              {needsKey(section, block) && <RagKeyLine ragKey={ragKey} />}
              <PackBlockView block={block} ragKey={ragKey} />
            </div>
          ))}
        </PackSheet>
      ))}
    </div>
  );
}
