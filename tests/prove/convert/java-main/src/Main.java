public class Main {
    public static void main(String[] arguments) {
        System.out.println("Java adds up to " + java.util.stream.IntStream.rangeClosed(1, 10).sum());
    }
}
