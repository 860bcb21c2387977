import { Box, BoxBody } from "../parts/box.tsx";
import classes from "./offline-note.module.css";

/** Says in plain words what answers where no model of a provider does. */
export function OfflineNote({ servesEveryRole }: { servesEveryRole: boolean }) {
  return (
    <Box title="The offline model">
      <BoxBody>
        <div className={classes.words}>
          <p>
            {servesEveryRole ? "Every role here is served by the offline model." : "Some roles here are served by the offline model."} It
            is not a language model: it is a program inside Countersign that needs no key and no network, and costs nothing.
          </p>
          <p>
            It plans by templates from the words of a question, its requirements and the headings that search finds. It knows nothing
            that isn’t in the documents, and it doesn’t understand them. It takes the same prompts, calls the same tools and streams the
            same way as a language model, so what you see of Countersign with it is what you will see with another.
          </p>
          <p>
            Use it to try plans, review and approval. Read what it writes as a first draft: plans that need judgement about the subject
            need a language model. This version speaks to no other model yet, so there is no other to choose: with another name in a role’s
            variable it doesn’t start, and says why.
          </p>
        </div>
      </BoxBody>
    </Box>
  );
}
