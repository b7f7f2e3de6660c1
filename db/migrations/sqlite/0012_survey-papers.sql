CREATE TABLE `survey_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`return_address` text NOT NULL,
	`return_by` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_papers_survey` ON `survey_papers` (`authority_id`,`survey_id`);