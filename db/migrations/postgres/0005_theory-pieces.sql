CREATE TABLE "theory_pieces" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"theory_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_id" text,
	"more" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theories" ADD COLUMN "more" json;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD CONSTRAINT "theory_pieces_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_pieces" ADD CONSTRAINT "theory_pieces_theory_id_theories_id_fk" FOREIGN KEY ("theory_id") REFERENCES "public"."theories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theory_pieces_theory" ON "theory_pieces" USING btree ("authority_id","theory_id");