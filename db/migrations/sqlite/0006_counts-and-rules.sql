CREATE INDEX `responses_days` ON `responses` (`authority_id`,`survey_id`,`answered_on`);--> statement-breakpoint
CREATE INDEX `priority_rules_authority` ON `priority_rules` (`authority_id`);