ALTER TABLE `responses` ADD `own_words` integer;--> statement-breakpoint
CREATE INDEX `responses_languages` ON `responses` (`authority_id`,`survey_id`,`language`) WHERE language is not null;--> statement-breakpoint
CREATE INDEX `responses_own_words` ON `responses` (`authority_id`,`survey_id`) WHERE coalesce(own_words, 1) > 0;--> statement-breakpoint
ALTER TABLE `staged_answers` ADD `own_words` integer;