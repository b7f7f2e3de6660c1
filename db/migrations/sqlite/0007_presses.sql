CREATE TABLE `presses` (
	`key` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`pressed_at` integer NOT NULL,
	`led_to` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presses_age` ON `presses` (`authority_id`,`pressed_at`);