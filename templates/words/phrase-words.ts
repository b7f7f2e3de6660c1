/**
 * The words of which a phrase is made that opens saved answers: short, plain things, easy to write and
 * to say on the telephone. No two can be taken for one another by one slip of a letter (a test), and
 * none is about bodies, beliefs, money or quarrels. Each is also known by its place in the list, from
 * 1, for people who write other letters: so words are never moved or taken out.
 */
export const PHRASE_WORDS: readonly string[] = `
  acorn actor apple apron arrow artist atlas attic autumn avocado bacon badge bagel baker
  balcony ball balloon bamboo banana band banjo banner barley barn barrel basil basket bath
  beach bead beaver bee beetle belt berry bicycle bird biscuit blanket blossom blue boat bonnet
  book bottle boulder bowl box bracelet branch breeze brick bridge broom brother bubble bucket
  bugle builder bunny butter button cabbage cabin cactus cake calendar camel camera canal candle
  canoe canvas captain caravan card cardigan carpet carrot cartoon castle cat caterpillar cello
  chair chalk cheese cherry chess chestnut chicken chimney chocolate cinema circle circus city
  clarinet clay cliff clock cloud clover coach coast coconut coffee collar comb comet compass
  copper coral corner cottage cotton cousin crab cradle crane crayon cricket crocus crown
  crystal cucumber cup cupboard curtain cushion daffodil daisy dance dawn desk dinner dish
  doctor dog dolphin domino donkey door dove dragon drawer dream drum duck dune eagle earth
  easel east echo elbow elephant engine envelope evening fabric falcon farm farmer feather fence
  fern fiddle field finger fire flag flask flute football forest fork fountain frame friend frog
  fruit galaxy garage garden garlic gate giant giraffe glacier glass globe goose grape green
  guitar hammer hammock hamster harbour harp harvest hazel hedge helmet heron hill hive holly
  honey hood horn horse hotel hummus iceberg igloo ink iron island ivory ivy jacket jam jelly
  jewel jigsaw juggler juice jumper jungle kangaroo kayak kennel kettle key king kingfisher
  kitchen kite kitten ladder ladybird lagoon lamb lantern lark laundry lavender leaf lemon
  leopard letter lettuce library lighthouse lily lime lion lizard lobster locket lollipop lotus
  lunch magnet magpie mango map maple marble market marmalade meadow medal melody melon menu
  mermaid milk mirror moon morning mosaic moss moth motor mouse muffin mug museum mushroom music
  mustard napkin nature necklace needle nephew nest night noodle north notebook oak oasis ocean
  octopus olive onion opera orange orbit orchard orchid ostrich otter oven oyster paddle painter
  palace pancake panda pansy paper parade parcel parsley pasta pastry pavement peacock peanut
  pebble pelican pencil penguin pepper petal piano picnic picture pigeon pillow pilot pine
  pineapple pirate planet plate platform plum poem pond poppy porch porridge potato pottery
  prince pudding pumpkin puppet purple purse puzzle pyjamas pyramid quarry queen quilt rabbit
  raccoon radio radish raft railway rainbow raisin raspberry raven recipe red rhubarb ribbon
  rice river road robin roof rope ruby ruler sailor salad salmon salt sandal sandwich satchel
  sauce scarf school scooter seagull seal season seed shadow shampoo shelf shepherd ship shoe
  shovel silver sister skate sketch sky slipper snail snow soap sock sofa south spade spanner
  sparrow spider spinach spiral sponge spoon spring square squirrel stable stamp star starfish
  station statue stone stork straw street studio sugar suitcase summer sunflower sunset supper
  swan sweater swing tadpole tambourine tapestry tea teacher teapot temple tennis tent theatre
  thimble thistle thunder ticket tiger tomato tortoise towel toy tractor train treasure tree
  triangle trolley trombone trumpet tulip tunnel turnip turtle umbrella uncle unicorn valley
  vanilla vase velvet village violet violin volcano waffle wagon walnut walrus watch water
  waterfall wave whale wheat wheel
`
  .trim()
  .split(/\s+/);
