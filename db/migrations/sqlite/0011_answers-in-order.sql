DROP INDEX `responses_survey`;--> statement-breakpoint
CREATE INDEX `responses_survey` ON `responses` (`authority_id`,`survey_id`,`answered_on`,`id`);