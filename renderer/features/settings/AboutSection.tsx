import { useQuery } from '@tanstack/react-query';
import { useBoard } from '../../app/use-board.ts';
import { shell } from '../../shell/index.ts';
import { Definition, DefinitionList, Section } from '../../ui/index.ts';

export function AboutSection() {
  const { data: about } = useQuery({ queryKey: ['about'], queryFn: () => shell.about() });
  const { holidayTable } = useBoard();
  return (
    <Section heading={about?.name ?? 'Case Review Tracker'}>
      <DefinitionList>
        <Definition label="Version">{about?.version ?? ''}</Definition>
        <Definition label="Runs on">{about?.runtime ?? ''}</Definition>
        <Definition label="Bank holidays">{holidayTable}</Definition>
        <Definition label="Licence">MIT. Free to use, change and pass on.</Definition>
        <Definition label="What leaves this laptop">
          Nothing, unless you save a file and send it. The program has no way to reach a network.
        </Definition>
      </DefinitionList>
    </Section>
  );
}
