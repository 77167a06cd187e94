#include <math.h>
#include <stdio.h>

int main(int argc, char **argv) {
    printf("%s says the root of 2 is %.3f\n", argc > 1 ? argv[1] : "nobody", sqrt(2.0));
    return argc > 1 ? 3 : 1;
}
