ALTER TABLE "responses" ADD COLUMN "own_words" bigint;--> statement-breakpoint
ALTER TABLE "staged_answers" ADD COLUMN "own_words" bigint;--> statement-breakpoint
CREATE INDEX "responses_languages" ON "responses" USING btree ("authority_id","survey_id","language") WHERE language is not null;--> statement-breakpoint
CREATE INDEX "responses_own_words" ON "responses" USING btree ("authority_id","survey_id") WHERE coalesce(own_words, 1) > 0;