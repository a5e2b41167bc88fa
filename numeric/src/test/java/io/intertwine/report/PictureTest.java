package io.intertwine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        Picture picture = new Picture(3, 2);
        picture.set(1, 0, 0xFF1F6FB4);
        picture.fill(0, 1, 2, 1, 0x80E0761B);
        String uri = picture.dataUri();
        byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFF1F6FB4);
        assertThat(image.getRGB(0, 1)).isEqualTo(0x80E0761B);
        assertThat(image.getRGB(2, 1) >>> 24).isZero();
    }
}
